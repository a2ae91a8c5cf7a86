/* A clerk's own table as a spreadsheet program stores it, in OpenDocument's flat XML: nothing of our writer is in it. */

const NAMESPACES = ["office", "table", "text", "style"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .concat('xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"')
  .concat('xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')
  .concat('xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"')
  .join(" ");

const LINE = 'fo:border="0.5pt solid #000000"';
const FONTS = ["黑体", "楷体"]
  .map((font) => `<style:font-face style:name="${font}" svg:font-family="${font}"/>`)
  .join("");
const STYLES = `<office:font-face-decls>${FONTS}</office:font-face-decls><office:automatic-styles>
  <number:number-style style:name="money"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
  <style:style style:name="title" style:family="table-cell"><style:table-cell-properties style:vertical-align="middle"/><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-name="黑体" style:font-name-asian="黑体" fo:font-size="18pt" style:font-size-asian="18pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
  <style:style style:name="heading" style:family="table-cell"><style:table-cell-properties fo:background-color="#ddebf7" ${LINE} style:vertical-align="middle"/><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-name="楷体" style:font-name-asian="楷体" fo:font-size="10pt" style:font-size-asian="10pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
  <style:style style:name="cell" style:family="table-cell"><style:table-cell-properties ${LINE} fo:wrap-option="wrap" style:vertical-align="middle"/><style:text-properties style:font-name="楷体" style:font-name-asian="楷体" fo:font-size="10pt" style:font-size-asian="10pt"/></style:style>
  <style:style style:name="amount" style:family="table-cell" style:data-style-name="money"><style:table-cell-properties ${LINE} style:vertical-align="middle"/><style:text-properties fo:color="#c00000" fo:font-style="italic" style:font-style-asian="italic"/></style:style>
  <style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="6cm"/></style:style>
  <style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="3cm"/></style:style>
  <style:style style:name="high" style:family="table-row"><style:table-row-properties style:row-height="36pt" style:use-optimal-row-height="false"/></style:style>
</office:automatic-styles>`;

/** A cell: its text or formula (“=…” as OpenDocument has it: “of:=SUM([.B4])”), how it looks, how many columns it takes. */
export interface FlatCell {
  readonly content: string;
  readonly style: "title" | "heading" | "cell" | "amount";
  readonly columns?: number;
}

export interface FlatTable {
  readonly name: string;
  readonly rows: readonly (readonly FlatCell[])[];
}

/** The first row is 36 points high; the first and third column are 6 cm wide, the others 3. */
export function flatWorkbook(...tables: readonly FlatTable[]): string {
  const sheets = tables.map(
    ({ name, rows }) =>
      `<table:table table:name="${name}">${["wide", "narrow", "wide", "narrow", "narrow"]
        .map((width) => `<table:table-column table:style-name="${width}"/>`)
        .join("")}${rows.map(flatRow).join("")}</table:table>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${STYLES}<office:body><office:spreadsheet>${sheets.join("")}</office:spreadsheet></office:body></office:document>`;
}

function flatRow(cells: readonly FlatCell[], row: number): string {
  const height = row === 0 ? ' table:style-name="high"' : "";
  return `<table:table-row${height}>${cells.map(flatCell).join("")}</table:table-row>`;
}

function flatCell({ content, style, columns = 1 }: FlatCell): string {
  const look = `table:style-name="${style}"`;
  const merge = columns > 1 ? ` table:number-columns-spanned="${String(columns)}"` : "";
  const covered = '<table:covered-table-cell table:style-name="cell"/>'.repeat(columns - 1);
  const formula = content.startsWith("of:=") ? ` table:formula="${content}"` : "";
  const text = formula === "" ? `<text:p>${content}</text:p>` : "";
  const type = formula === "" ? ' office:value-type="string"' : "";
  return `<table:table-cell ${look}${merge}${formula}${type}>${text}</table:table-cell>${covered}`;
}
