/** @jest-environment jsdom */
import { defaultPreferences, openPreferences } from "./preferences";

beforeEach(() => {
  window.localStorage.clear();
});

describe("preferences", () => {
  it("start with the defaults", async () => {
    expect((await openPreferences()).load()).toEqual(defaultPreferences);
  });

  it("are there again when the pane is opened the next time", async () => {
    const chosen = {
      appearance: "dark",
      folded: ["rounding"],
      precision: "truncated",
      unit: "万元",
      live: false,
      language: "en-US",
    } as const;
    (await openPreferences()).save(chosen);
    expect((await openPreferences()).load()).toEqual(chosen);
    expect(window.localStorage.getItem("@gouji/pane")).toContain("rounding");
  });

  it.each([
    ['{"appearance":"pink","folded":["error"]}', { appearance: "host", folded: ["error"] }],
    ['{"appearance":"light","folded":"all"}', { appearance: "light", folded: [] }],
    ['{"appearance":"dark","precision":"up","unit":"斤","language":"fr"}', { appearance: "dark" }],
    ["not json", {}],
  ])("take the default for what they do not understand in %s", async (text, understood) => {
    window.localStorage.setItem("@gouji/pane", text);
    expect((await openPreferences()).load()).toEqual({ ...defaultPreferences, ...understood });
  });

  it("last as long as the pane where the browser refuses local storage", async () => {
    const refused = jest.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    const store = await openPreferences();
    store.save({ ...defaultPreferences, appearance: "dark" });
    expect(store.load().appearance).toBe("dark");
    expect(warned).toHaveBeenCalled();
    refused.mockRestore();
    warned.mockRestore();
    expect((await openPreferences()).load().appearance).toBe("host");
  });
});
