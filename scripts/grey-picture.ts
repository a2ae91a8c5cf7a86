import { crc32, deflateSync } from "node:zlib";

/** A picture in shades of grey, row by row from the top left; 0 is black, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** A picture in the format PGM (binary, one byte a pixel) as `pdftoppm -gray` writes it. Throws for anything else. */
export function readPgm(file: Uint8Array): GreyPicture {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(Buffer.from(file.subarray(0, 64)).toString("latin1"));
  if (head === null) throw new Error("not a PGM file of one byte a pixel");
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, shades: file.subarray(head[0].length, head[0].length + width * height) };
}

const WHITE = 255;

/** The part of a page that is printed on, with a margin of blank paper around it. */
export function withoutPaper({ width, height, shades }: GreyPicture, margin: number): GreyPicture {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (const [at, shade] of shades.entries()) {
    if (shade === WHITE) continue;
    const [row, column] = [Math.floor(at / width), at % width];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  if (right < 0) throw new Error("nothing is printed on the page");
  return part(
    { width, height, shades },
    {
      left: Math.max(0, left - margin),
      top: Math.max(0, top - margin),
      right: Math.min(width - 1, right + margin),
      bottom: Math.min(height - 1, bottom + margin),
    },
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function part({ width, shades }: GreyPicture, { left, top, right, bottom }: Box): GreyPicture {
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const cut = new Uint8Array(wide * high);
  for (let row = 0; row < high; row++) {
    const from = (top + row) * width + left;
    cut.set(shades.subarray(from, from + wide), row * wide);
  }
  return { width: wide, height: high, shades: cut };
}

/** The top of a picture: no more than `height` rows. */
export function topOf(picture: GreyPicture, height: number): GreyPicture {
  const { width } = picture;
  return part(picture, { left: 0, top: 0, right: width - 1, bottom: Math.min(height, picture.height) - 1 });
}

/** The picture in a smaller width: each pixel is the mean of those it stands for. */
export function shrunk(picture: GreyPicture, width: number): GreyPicture {
  const factor = picture.width / width;
  if (factor <= 1) return picture;
  const height = Math.max(1, Math.round(picture.height / factor));
  const across = picture.height / height;
  const shades = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      shades[row * width + column] = mean(picture, {
        left: Math.floor(column * factor),
        right: Math.ceil((column + 1) * factor) - 1,
        top: Math.floor(row * across),
        bottom: Math.ceil((row + 1) * across) - 1,
      });
    }
  }
  return { width, height, shades };
}

function mean({ width, height, shades }: GreyPicture, { left, top, right, bottom }: Box): number {
  let [sum, count] = [0, 0];
  for (let row = top; row <= Math.min(bottom, height - 1); row++) {
    for (let column = left; column <= Math.min(right, width - 1); column++) {
      sum += shades[row * width + column] ?? WHITE;
      count++;
    }
  }
  return Math.round(sum / count);
}

/** A PNG file of 16 shades, which a printed table needs no more of. */
export function pngOf({ width, height, shades }: GreyPicture): Uint8Array {
  const line = Math.ceil(width / 2) + 1;
  const lines = new Uint8Array(line * height);
  for (const [at, shade] of shades.entries()) {
    const [row, column] = [Math.floor(at / width), at % width];
    const place = row * line + 1 + (column >> 1);
    const level = Math.round(shade / 17);
    lines[place] = (lines[place] ?? 0) | (column % 2 === 0 ? level << 4 : level);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
