import "i18next";
import type zhCN from "./locales/zh-CN.json";

/** `t("…")` accepts the keys of the Chinese texts and nothing else. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zhCN };
  }
}
