/** What webpack.config.js needs of this folder; it is plain JavaScript and loads this one file through tsx. */
export { buildSettings } from "./build-settings";
export { FunctionsFilePlugin } from "./functions-file-plugin";
export { manifestFor } from "./manifest";
export { EXCEL_LIBRARY, LOCAL_FILES, LOCAL_FOLDER } from "./office-library";
export { OfficePagePlugin } from "./office-page-plugin";
export { WorkbenchPagePlugin } from "./workbench-page-plugin";
