/**
 * Characters of texts kept at the most, twice over: a workbook of thousands of different texts still finds its own again,
 * and what is kept stays small.
 */
const MOST = 200_000;

/** What an entry takes besides its text, in characters. */
const ENTRY = 20;

/**
 * `read`, which knows its last answers: tables say the same few texts over and over, and an edited workbook says nearly all
 * it said before. `read` must depend on its text alone and give something that nobody changes; never undefined.
 */
export function remembered<T extends NonNullable<unknown> | null>(
  read: (text: string) => T,
): (text: string) => T {
  return rememberedBy((text) => text, read);
}

/** The same for what is given in several texts; equal keys mean equal answers. */
export function rememberedBy<G, T extends NonNullable<unknown> | null>(
  keyOf: (given: G) => string,
  read: (given: G) => T,
): (given: G) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  let size = 0;
  return (given) => {
    const key = keyOf(given);
    const known = recent.get(key);
    if (known !== undefined) return known;
    const kept = older.get(key);
    const answer = kept === undefined ? read(given) : kept;
    size += key.length + ENTRY;
    if (size > MOST) {
      older = recent;
      recent = new Map();
      size = key.length + ENTRY;
    }
    recent.set(key, answer);
    return answer;
  };
}

/** `read`, which knows what it has answered to an object for as long as that lives; never undefined. */
export function rememberedOf<K extends object, T extends NonNullable<unknown> | null>(
  read: (key: K) => T,
): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = read(key);
    known.set(key, answer);
    return answer;
  };
}
