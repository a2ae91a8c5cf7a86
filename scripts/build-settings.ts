import { DEVELOPMENT_HOST } from "./manifest";
import { officeSource, type OfficeSource } from "./office-library";

/** What an administrator may choose when building the site. */
export interface BuildSettings {
  /** Address the site is served from; it goes into the manifest. */
  readonly host: string;
  readonly officejs: OfficeSource;
}

/**
 * Reads `--env host=https://… --env officejs=cdn|cn|local`. The environment variable HOST stands in for `host` where it is an
 * address: some shells set it to the machine's name.
 * @throws Error where a setting is not one of the choices
 */
export function buildSettings(
  env: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): BuildSettings {
  const named = environment.HOST?.includes("://") === true ? environment.HOST : DEVELOPMENT_HOST;
  return {
    host: typeof env.host === "string" ? env.host : named,
    officejs: officeSource(typeof env.officejs === "string" ? env.officejs : "cdn"),
  };
}
