/** The host that `manifest.xml` is written with; a development server answers there. */
export const DEVELOPMENT_HOST = "https://localhost:3000";

/**
 * The manifest for a server: `host` is where the contents of `dist` are served from, for example
 * `https://office.example.gov.cn/gouji`.
 * @throws Error where Office would not accept the address: it must be https, without query or fragment
 */
export function manifestFor(host: string, manifest: string): string {
  return manifest.replaceAll(DEVELOPMENT_HOST, siteOf(host));
}

function siteOf(host: string): string {
  const url = URL.canParse(host) ? new URL(host) : null;
  if (url === null || url.protocol !== "https:" || url.search !== "" || url.hash !== "") {
    throw new Error(
      `HOST must be an https address such as https://office.example.gov.cn/gouji, not “${host}”.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
