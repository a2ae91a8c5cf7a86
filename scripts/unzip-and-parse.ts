import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** The floor of reading: unzip and pass all XML through the parser, nothing else; returns the number of events. */
export function unzipAndParse(bytes: Uint8Array): number {
  let events = 0;
  const count = (): void => {
    events++;
  };
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ position: false });
    parser.on("opentag", count);
    parser.on("closetag", count);
    parser.on("text", count);
    parser.write(new TextDecoder().decode(content)).close();
  }
  return events;
}
