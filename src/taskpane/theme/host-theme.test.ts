import { appearanceOf } from "./host-theme";

describe("appearanceOf", () => {
  it.each([
    ["isDarkTheme", { isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" }, "dark"],
    ["isDarkTheme false", { isDarkTheme: false }, "light"],
    ["a black body", { bodyBackgroundColor: "#262626" }, "dark"],
    ["a white body", { bodyBackgroundColor: "#FFFFFF" }, "light"],
    ["an unreadable colour", { bodyBackgroundColor: "window" }, null],
    ["no theme at all", undefined, null],
  ] as const)("reads %s", (_name, theme, appearance) => {
    expect(appearanceOf(theme)).toBe(appearance);
  });
});
