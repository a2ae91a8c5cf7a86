/**
 * What `build` makes, made once something of it is first asked for. Checking a book takes a tenth of a second, which nobody
 * should wait for who only opens the pane or a workbook with a custom function in it.
 */
export function whenUsed<T extends object>(build: () => T): T {
  let built: T | null = null;
  return new Proxy(Object.freeze({}) as T, {
    get: (_nothing, key) => Reflect.get((built ??= build()), key) as unknown,
  });
}
