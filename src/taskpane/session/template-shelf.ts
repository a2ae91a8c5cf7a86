import { z } from "zod";

/** A file of the user's own templates. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where files of own templates last from one day to the next, on this computer. */
export interface TemplateShelf {
  readonly load: () => readonly KeptFile[];
  /** Makes these all that is kept; false where there is no room for them: then what was there stays. */
  readonly keep: (files: readonly KeptFile[]) => boolean;
}

const KEY = "@gouji/templates";
/** Characters of text in all; a browser gives a site some five million, and the preferences want to live, too. */
export const MOST_CHARACTERS = 2_000_000;

const stored = z.array(z.object({ name: z.string(), content: z.base64() }));

/** The shelf in a browser's local storage; a browser that refuses it costs the memory and nothing else. */
export const browserShelf: TemplateShelf = {
  load: () => {
    try {
      const text = window.localStorage.getItem(KEY);
      if (text === null) return [];
      return stored.parse(JSON.parse(text)).map(({ name, content }) => ({ name, bytes: bytesOf(content) }));
    } catch (error) {
      console.warn("Own templates cannot be read.", error);
      return [];
    }
  },
  keep: (files) => {
    const text = JSON.stringify(files.map(({ name, bytes }) => ({ name, content: textOf(bytes) })));
    if (text.length > MOST_CHARACTERS) return false;
    try {
      window.localStorage.setItem(KEY, text);
      return true;
    } catch (error) {
      console.warn("Own templates cannot be kept.", error);
      return false;
    }
  },
};

function textOf(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
