import { normaliseName } from "../classification/normalise";
import { nearest } from "../forms/family-files/nearest";

/** Names a message offers. */
const MOST = 3;
/** Longer texts are no names, and comparing them takes long. */
const LONGEST = 60;

/** What somebody may have meant by a name that is not there: names that contain it or that it contains, then similar ones. */
export function likeliest(written: string, known: readonly string[]): string[] {
  const name = normaliseName(written);
  if (name === "" || name.length > LONGEST) return [];
  const names = new Map(known.map((one) => [normaliseName(one), one.trim()] as const));
  names.delete("");
  const keys = [...names.keys()].filter((key) => key.length <= LONGEST);
  const parts = keys
    .filter((key) => key.length > 1 && (key.includes(name) || name.includes(key)))
    .sort((a, b) => Math.abs(a.length - name.length) - Math.abs(b.length - name.length));
  // Short names are near to each other without having anything in common.
  const alike = nearest(name, keys).filter((key) => [...name].some((character) => key.includes(character)));
  return [...new Set([...parts, ...alike])].slice(0, MOST).map((key) => names.get(key) ?? key);
}
