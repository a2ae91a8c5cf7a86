/** @jest-environment jsdom */
import { openPreferences } from "./preferences";

beforeEach(() => {
  window.localStorage.clear();
});

describe("preferences", () => {
  it("start with the defaults", async () => {
    expect((await openPreferences()).load()).toEqual({ appearance: "host", folded: [] });
  });

  it("are there again when the pane is opened the next time", async () => {
    (await openPreferences()).save({ appearance: "dark", folded: ["rounding"] });
    expect((await openPreferences()).load()).toEqual({ appearance: "dark", folded: ["rounding"] });
    expect(window.localStorage.getItem("@gouji/pane")).toContain("rounding");
  });

  it.each([
    ['{"appearance":"pink","folded":["error"]}', { appearance: "host", folded: ["error"] }],
    ['{"appearance":"light","folded":"all"}', { appearance: "light", folded: [] }],
    ["not json", { appearance: "host", folded: [] }],
  ])("take the default for what they do not understand in %s", async (text, understood) => {
    window.localStorage.setItem("@gouji/pane", text);
    expect((await openPreferences()).load()).toEqual(understood);
  });

  it("last as long as the pane where the browser refuses local storage", async () => {
    const refused = jest.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    const store = await openPreferences();
    store.save({ appearance: "dark", folded: [] });
    expect(store.load().appearance).toBe("dark");
    expect(warned).toHaveBeenCalled();
    refused.mockRestore();
    warned.mockRestore();
    expect((await openPreferences()).load().appearance).toBe("host");
  });
});
