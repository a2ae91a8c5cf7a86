export { readTemplates, type TemplateReading } from "./read-templates";
export { writeTemplate } from "./write-template";
