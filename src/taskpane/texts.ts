import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import enUS from "./locales/en-US.json";
import zhCN from "./locales/zh-CN.json";

export type Language = "zh-CN" | "en-US";

/** Chinese unless the host says it is shown in another language. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage === undefined || /^zh\b/i.test(displayLanguage) ? "zh-CN" : "en-US";
}

/** The pane's texts in one language, ready when this returns: all texts are in the bundle. */
export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: zhCN }, "en-US": { translation: enUS } },
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false }, // React escapes
  });
  return texts;
}
