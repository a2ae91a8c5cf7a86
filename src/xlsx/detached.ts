/** V8 copies shorter pieces of a string; longer ones keep the whole string they were cut from in memory. */
const SHORTEST_VIEW = 13;

/**
 * The same text without what it was cut from: one kept cell must not hold the whole part of the file that it stood in.
 */
export function detached(text: string): string {
  return text.length < SHORTEST_VIEW ? text : flat(` ${text}`).slice(1);
}

/** A joined text made one piece, so that it lets go of what it was joined from. */
export function flat(joined: string): string {
  // Looking at a character makes V8 copy the pieces together; nothing else in the language asks for that.
  joined.charCodeAt(0);
  return joined;
}
