import { z } from "zod";
import { MAX_KEPT_CHARACTERS } from "../workbook/kept-part";
import { acceptedDifferenceSchema, type AcceptedDifference } from "./accepted-difference";

/** What is kept with a workbook of accepted differences. */
export interface KeptAccepted {
  /** The latest of each finding. */
  readonly accepted: readonly AcceptedDifference[];
  /** Number of records, or whole texts, that cannot be read. */
  readonly broken: number;
}

const textSchema = z.object({ accepted: z.array(z.unknown()) });

/** Reads the accepted differences of `KeptTexts.accepted`; whatever stands there, nothing is thrown. */
export function readAccepted(texts: readonly string[]): KeptAccepted {
  const accepted = new Map<string, AcceptedDifference>();
  let broken = 0;
  for (const text of texts) {
    const { success, data } = textSchema.safeParse(parsed(text));
    if (!success) broken++;
    for (const record of data?.accepted ?? []) {
      const read = acceptedDifferenceSchema.safeParse(record);
      if (read.success) accepted.set(read.data.id, read.data);
      else broken++;
    }
  }
  return { accepted: [...accepted.values()], broken };
}

/** The texts to be kept for these records, none for none; a text holds as many as one part takes. */
export function acceptedTexts(accepted: readonly AcceptedDifference[]): string[] {
  const texts: string[] = [];
  let open: string[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length > 0) texts.push(`{"accepted":[${open.join(",")}]}`);
    open = [];
    length = 0;
  };
  for (const record of accepted) {
    const text = JSON.stringify(record);
    if (length + text.length > CHARACTERS_A_TEXT) close();
    open.push(text);
    length += text.length;
  }
  close();
  return texts;
}

/** Room is left for brackets and for characters that are written longer. */
const CHARACTERS_A_TEXT = MAX_KEPT_CHARACTERS / 2;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
