export { readTemplates } from "./read-templates";
export { writeTemplate } from "./write-template";
