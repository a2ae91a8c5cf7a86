/** @jest-environment jsdom */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEVELOPMENT_HOST, manifestFor } from "../scripts/manifest";
import { CHECK_WORKBOOK, CLEAR_MARKS } from "../src/commands/commands";

const path = join(process.cwd(), "manifest.xml");
const xml = readFileSync(path, "utf8");
const manifest = new DOMParser().parseFromString(xml, "application/xml");

/** Elements by their name without prefix, wherever they stand. */
const all = (name: string): readonly Element[] => [...manifest.getElementsByTagNameNS("*", name)];
const only = (name: string): Element => {
  const [element, ...others] = all(name);
  if (element === undefined || others.length > 0) throw new Error(`not exactly one ${name}`);
  return element;
};
const attribute = (name: string) => (element: Element) => element.getAttribute(name) ?? "";
const children = (element: Element): readonly string[] =>
  [...element.children].map((child) => child.localName);

/** Microsoft's reader, in a process of its own: it is an ES module, which jest cannot load. */
const READ = `
  import { OfficeAddinManifest } from "office-addin-manifest";
  console.log(JSON.stringify(await OfficeAddinManifest.readManifestFile(process.argv[1])));`;

test("Microsoft's own reader takes it", () => {
  const read = execFileSync(process.execPath, ["--input-type=module", "-e", READ, path], {
    encoding: "utf8",
  });
  expect(JSON.parse(read)).toMatchObject({
    id: "29c1eb2c-c808-41b6-a73e-abaac4187576",
    officeAppType: "TaskPaneApp",
    hosts: ["Workbook"],
    defaultLocale: "zh-CN",
    displayName: "勾稽",
    permissions: "ReadWriteDocument",
  });
});

/** Office refuses a manifest whose elements stand in another order than in its schema. */
test.each([
  [
    "OfficeApp",
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl Hosts Requirements DefaultSettings Permissions VersionOverrides",
  ],
  ["VersionOverrides", "Hosts Resources"],
  ["Resources", "Images Urls ShortStrings LongStrings"],
  ["AllFormFactors", "ExtensionPoint"],
  ["DesktopFormFactor", "FunctionFile ExtensionPoint"],
  ["CustomTab", "Group Label"],
  ["Group", "Label Icon Control Control Control"],
])("the parts of %s stand in the order of the schema", (name, order) => {
  expect(children(only(name)).join(" ")).toBe(order);
});

test("so do the parts of every button and of the host", () => {
  for (const control of all("Control"))
    expect(children(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
  const workbook = all("Host").find((host) => host.hasAttribute("xsi:type"));
  expect(workbook === undefined ? [] : children(workbook)).toEqual([
    "Runtimes",
    "AllFormFactors",
    "DesktopFormFactor",
  ]);
});

test("every resource is there once and used, its id no longer than 32 characters", () => {
  const defined = [...all("Image"), ...all("Url"), ...all("String")]
    .map(attribute("id"))
    .filter((id) => id !== "");
  const used = [...manifest.querySelectorAll("[resid]")].map(attribute("resid"));
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
});

/** All texts of one language in an element: its default, or its override. */
function texts(parent: string, locale: "zh-CN" | "en-US"): readonly string[] {
  return [...only(parent).children].map((text) => {
    if (locale === "zh-CN") return attribute("DefaultValue")(text);
    const override = [...text.children].find((child) => attribute("Locale")(child) === locale);
    return override === undefined ? "" : attribute("Value")(override);
  });
}

test.each([
  ["ShortStrings", 125],
  ["LongStrings", 250],
] as const)("%s are Chinese, with an English override, at most %i characters", (parent, most) => {
  for (const text of texts(parent, "zh-CN")) expect(text).toMatch(/\p{Script=Han}/u);
  for (const text of texts(parent, "en-US")) expect(text).toMatch(/^[\x20-\x7e]+$/);
  for (const text of [...texts(parent, "zh-CN"), ...texts(parent, "en-US")]) {
    expect(text.length).toBeLessThanOrEqual(most);
  }
});

test("name and description of the add-in are in both languages too", () => {
  const [description] = all("Description").filter((element) => element.hasAttribute("DefaultValue"));
  for (const element of [only("DisplayName"), description]) {
    expect(element?.getAttribute("DefaultValue")).toMatch(/\p{Script=Han}/u);
    expect([...(element?.children ?? [])].map(attribute("Locale"))).toEqual(["en-US"]);
  }
});

test("the ribbon calls the functions that the add-in registers, and opens the pane", () => {
  expect(all("FunctionName").map((element) => element.textContent)).toEqual([CHECK_WORKBOOK, CLEAR_MARKS]);
  expect(all("Action").map(attribute("xsi:type"))).toEqual([
    "ExecuteFunction",
    "ExecuteFunction",
    "ShowTaskpane",
  ]);
  expect(texts("ShortStrings", "zh-CN")).toEqual(
    expect.arrayContaining(["一键检查", "清除标记", "打开面板"]),
  );
});

test("custom functions have no namespace, so that a cell reads =EXEC_RATE(…)", () => {
  const functions = all("ExtensionPoint").find((point) => attribute("xsi:type")(point) === "CustomFunctions");
  expect(functions === undefined ? [] : children(functions)).toEqual(["Script", "Page", "Metadata"]);
  expect(all("Namespace")).toEqual([]);
});

test("pane, ribbon and custom functions share one page that stays loaded", () => {
  expect(attribute("lifetime")(only("Runtime"))).toBe("long");
  const page = attribute("resid")(only("Runtime"));
  expect(attribute("resid")(only("FunctionFile"))).toBe(page);
  const locations = [...only("Page").children, ...all("Action").flatMap((action) => [...action.children])];
  const pages = locations.filter((element) => element.localName === "SourceLocation").map(attribute("resid"));
  expect(pages).toEqual([page, page]);
});

test("every icon is a picture of the size it is named for", () => {
  const icons = [
    ...all("Image").filter((image) => image.hasAttribute("id")),
    only("IconUrl"),
    only("HighResolutionIconUrl"),
  ];
  for (const address of icons.map(attribute("DefaultValue"))) {
    const file = address.replace(`${DEVELOPMENT_HOST}/`, "");
    expect([file, existsSync(join(process.cwd(), file))]).toEqual([file, true]);
    const png = readFileSync(join(process.cwd(), file));
    const side = Number(/-(\d+)\.png$/.exec(file)?.[1]);
    expect([file, png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      file,
      "PNG",
      side,
      side,
    ]);
  }
});

describe("the manifest for a server", () => {
  test("has its addresses there and nothing else changed", () => {
    const served = manifestFor("https://office.example.gov.cn/gouji/", xml);
    expect(served).toContain('DefaultValue="https://office.example.gov.cn/gouji/taskpane.html"');
    expect(served).not.toContain("localhost");
    expect(served.replaceAll("https://office.example.gov.cn/gouji", DEVELOPMENT_HOST)).toBe(xml);
  });

  test.each([
    "http://office.example.gov.cn",
    "office.example.gov.cn",
    "",
    "https://a.cn/?x=1",
    "https://a.cn/#x",
  ])("is refused for %j, which Office would not load", (host) => {
    expect(() => manifestFor(host, xml)).toThrow("HOST must be an https address");
  });
});
