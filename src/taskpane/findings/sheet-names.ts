/**
 * Short names of sheets for links in a narrow pane: “预算08表 一般公共预算基本支出表--人员经费” → “预算08表”, the part before the
 * first space where it holds a number and no other sheet begins with it. Other sheets keep their name.
 */
export function shortSheetNames(sheets: Iterable<string>): ReadonlyMap<string, string> {
  const names = [...new Set(sheets)];
  const uses = new Map<string, number>();
  for (const name of names) uses.set(firstWord(name), (uses.get(firstWord(name)) ?? 0) + 1);
  return new Map(
    names.map((name) => {
      const word = firstWord(name);
      return [name, /\d/.test(word) && uses.get(word) === 1 ? word : name];
    }),
  );
}

/** Title of a table, null where the name of its sheet says the same, with the form's number before it or cut short. */
export function titleBeside(sheet: string, title: string | undefined): string | null {
  if (title === undefined || title === "" || sheet.includes(title)) return null;
  const named = sheet.slice(firstWord(sheet).length).trim();
  return named !== "" && title.startsWith(named) ? null : title;
}

function firstWord(name: string): string {
  return /^\S*/.exec(name)?.[0] ?? name;
}
