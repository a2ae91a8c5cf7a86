import enUS from "./locales/en-US.json";
import zhCN from "./locales/zh-CN.json";
import { createTexts, languageOf } from "./texts";

/** Texts by dotted key; the plural forms of a text count as one, its placeholders are kept. */
function placeholders(texts: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts) as [string, unknown][]) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") {
      const names = [...value.matchAll(/\{\{[^}]*\}\}/g)].map(([name]) => name).sort();
      found.set(here.replace(/_(one|other)$/, ""), names.join(" "));
    } else if (typeof value === "object" && value !== null) {
      for (const entry of placeholders(value, here)) found.set(...entry);
    }
  }
  return found;
}

describe("texts", () => {
  it("say the same things with the same placeholders in both languages", () => {
    expect(placeholders(enUS)).toEqual(placeholders(zhCN));
  });

  it("count in both languages", () => {
    expect(createTexts("zh-CN").t("summary.tables", { count: 2000 })).toBe("2,000 张表");
    expect(createTexts("en-US").t("summary.tables", { count: 1 })).toBe("1 table");
    expect(createTexts("en-US").t("summary.tables", { count: 23 })).toBe("23 tables");
  });

  it("are Chinese unless the host is shown in another language", () => {
    expect(["zh-CN", "zh-TW", "zh", undefined, "en-US", "de-DE"].map(languageOf)).toEqual([
      "zh-CN",
      "zh-CN",
      "zh-CN",
      "zh-CN",
      "en-US",
      "en-US",
    ]);
  });
});
