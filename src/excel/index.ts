export { ExcelWorkbookHost } from "./excel-workbook-host";
