import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSettings } from "../scripts/build-settings";
import { contentSecurityPolicy, LOCAL_FILES, OFFICE_SOURCES, officeScript } from "../scripts/office-library";

describe("build settings", () => {
  test("without any the site is built for a developer's machine, with office.js from Microsoft", () => {
    expect(buildSettings({}, {})).toEqual({ host: "https://localhost:3000", officejs: "cdn" });
  });

  test("--env goes before the environment", () => {
    const environment = { HOST: "https://a.example.cn" };
    expect(buildSettings({}, environment).host).toBe("https://a.example.cn");
    expect(buildSettings({ host: "https://b.example.cn", officejs: "cn" }, environment)).toEqual({
      host: "https://b.example.cn",
      officejs: "cn",
    });
  });

  test("HOST is left alone where a shell keeps the machine's name in it", () => {
    expect(buildSettings({}, { HOST: "x86_64-linux-gnu" }).host).toBe("https://localhost:3000");
  });

  test("an unknown source of office.js is refused with the choices", () => {
    expect(() => buildSettings({ officejs: "intranet" }, {})).toThrow("cdn, cn, local");
  });
});

/** Directives by name. */
function policyOf(source: (typeof OFFICE_SOURCES)[number]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    contentSecurityPolicy(source)
      .split("; ")
      .map((directive) => {
        const [name = "", ...values] = directive.split(" ");
        return [name, values];
      }),
  );
}

describe("content security policy", () => {
  test.each([
    ["cdn", ["'self'", "https://appsforoffice.microsoft.com"]],
    ["cn", ["'self'", "https://appsforoffice.cdn.partner.office365.cn"]],
    ["local", ["'self'"]],
  ] as const)(
    "with office.js from %s scripts come from there and the site, inline ones and eval never",
    (source, servers) => {
      expect(policyOf(source).get("script-src")).toEqual(servers);
    },
  );

  test.each(OFFICE_SOURCES)("with office.js from %s nothing is sent anywhere but to the site", (source) => {
    const policy = policyOf(source);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("default-src")).toEqual(["'self'"]);
    expect(policy.get("img-src")).toEqual(["'self'", "data:"]);
    expect(policy.get("form-action")).toEqual(["'none'"]);
  });
});

test("the local copy of the library has every file, none of them a debug version", () => {
  const library = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  expect(LOCAL_FILES.filter((file) => !existsSync(join(library, file)))).toEqual([]);
  expect(LOCAL_FILES.filter((file) => file.includes("debug"))).toEqual([]);
  expect(LOCAL_FILES.map((file) => `office-js/${file}`)).toContain(officeScript("local"));
});
