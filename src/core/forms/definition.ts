import { z } from "zod";

/*
 * A form family is data: one `family.json` with the words its tables use, and a file a form. See docs/forms.md.
 */

const phrase = z.string().min(1);
const phrases = z.array(phrase).min(1).readonly();
const codes = z.union([z.string(), z.array(z.string()).min(1)]);

/**
 * Members of the classification model. Several ids of one dimension mean all of them together. `departmental` and
 * `governmental` take codes of the two economic classifications, `function` one code of 支出功能分类.
 */
export const membersSchema = z
  .strictObject({
    stage: codes.optional(),
    fund: codes.optional(),
    kind: codes.optional(),
    departmental: codes.optional(),
    governmental: codes.optional(),
    function: z.string().optional(),
    /** What is measured, where it is not simply the budget: amounts of different measures never meet. */
    measure: phrase.optional(),
  })
  .readonly();

/**
 * Words of a header or a line and what they mean. A phrase may be a path, “上年结转结余/一般公共预算”: then it holds
 * below that heading only, and goes before the plain phrase. Blanks, width and brackets do not matter.
 */
const termSchema = z.strictObject({ phrases, members: membersSchema }).readonly();

/** Which book or terms give a text its meaning; rows may also be budget units and, below them, projects. */
const dimension = z.enum([
  "stage",
  "fund",
  "kind",
  "departmental",
  "governmental",
  "function",
  "unit",
  "project",
]);

/**
 * What a stub column holds. `class`/`section`/`item` are 类, 款 and 项 of a functional code in three cells; `detail` is a
 * second name below the first, such as 支出方向 of a project.
 */
export const stubRole = z.enum(["code", "class", "section", "item", "unitCode", "name", "detail"]);

const blockSchema = z
  .strictObject({
    stub: z
      .array(z.strictObject({ phrases, role: stubRole }).readonly())
      .min(1)
      .readonly(),
    /**
     * `coded`: rows find their place by codes of the named dimensions, projects by their names below a unit. `list`:
     * rows are lines of text, placed by ordinals, indentation and what they mean. `inline`: cells that say name and amount,
     * “基本支出：6078.90”. `layout`: rows add up as their codes, 小计 and 合计 and the amounts themselves suggest.
     */
    rows: z
      .strictObject({
        kind: z.enum(["coded", "list", "inline", "layout"]),
        dimensions: z.array(dimension).readonly(),
      })
      .readonly(),
    /** Members of the block's amounts where a line or a header does not say otherwise. */
    members: membersSchema.default({}),
    terms: z.array(termSchema).readonly().default([]),
  })
  .readonly();

/**
 * What a column of performance indicators holds: three levels, 重点工作 between them, operator, target (of the full year
 * and of the half-year), unit, explanation, 评（扣）分标准, weight, what was achieved, score and the reason of a deviation.
 */
export const indicatorRole = z.enum([
  "level1",
  "level2",
  "focus",
  "name",
  "operator",
  "target",
  "halfTarget",
  "unit",
  "explanation",
  "rule",
  "weight",
  "actual",
  "score",
  "reason",
]);

/** What a column of the lines on execution holds: the money of the year, and what its execution scores. */
export const executionRole = z.enum(["initial", "budget", "executed", "weight", "rate", "score"]);

const roleColumns = <T extends z.ZodType>(role: T) =>
  z.array(z.strictObject({ phrases, role }).readonly()).min(1).readonly();

export const formSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Number printed in the corner, “预算03表”. */
    number: phrase.optional(),
    titles: phrases,
    /** Members all amounts of the table share. */
    members: membersSchema,
    /** What header texts mean beyond the family's terms. */
    columns: z.strictObject({ dimensions: z.array(dimension).readonly() }).readonly(),
    /** Header texts by which the table is told from others; blanks do not matter. */
    header: phrases,
    /** Headings besides `header` are the table's own, such as the projects of an allocation. */
    openHeader: z.boolean().default(false),
    /** Headings of columns of text, not of amounts; all columns below such a heading are left out. */
    textColumns: z.array(phrase).readonly().default([]),
    blocks: z.array(blockSchema).readonly(),
    /** Texts at which the table ends, whatever follows: 年度总体目标 below the money of an evaluation. */
    until: z.array(phrase).readonly().default([]),
    /**
     * Columns that add up and that the header does not lay out so. A column is named by its heading, or by a path
     * “支出情况/合计”; a heading over several columns stands for all of them.
     */
    sums: z
      .array(z.strictObject({ total: phrase, parts: phrases }).readonly())
      .readonly()
      .default([]),
    /** Columns of rates: `rate` = `of` ÷ `by`, as 预算执行率 = 执行数 ÷ 预算数; columns are named as in `sums`. */
    rates: z
      .array(z.strictObject({ rate: phrase, of: phrase, by: phrase }).readonly())
      .readonly()
      .default([]),
    /** Columns of performance indicators. */
    indicators: z
      .strictObject({
        columns: roleColumns(indicatorRole),
        /** Levels of which every unit or project needs an indicator; of several in one entry any will do, the first names it. */
        required: z.array(phrases).readonly().default([]),
      })
      .readonly()
      .optional(),
    /** A line that says how much of the budget was executed, and how that scores: 年度资金总额 with 执行率 and 得分. */
    execution: z
      .strictObject({ line: phrases, columns: roleColumns(executionRole) })
      .readonly()
      .optional(),
    /** Labels above the table with a value right of them that say what it is about: “项目名称 | 业务工作经费”. */
    about: z
      .array(z.strictObject({ phrases, role: z.enum(["unit", "project"]) }).readonly())
      .readonly()
      .default([]),
    terms: z.array(termSchema).readonly().default([]),
  })
  .readonly();

export const familySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: phrase,
    authority: phrase,
    year: z.number().int(),
    source: phrase,
    /** Unit where a sheet states none. */
    unit: z.enum(["元", "千元", "万元", "百万元", "亿元"]),
    terms: z.array(termSchema).readonly(),
    /**
     * Relations that the members do not imply, as users write them in 勾稽规则: “预算23表[合计, 项目支出] = …”. One whose tables
     * are not all there says nothing.
     */
    relations: z
      .array(z.strictObject({ relation: phrase, note: z.string().default("") }).readonly())
      .readonly()
      .default([]),
  })
  .readonly();

export type MemberExpression = z.infer<typeof membersSchema>;
export type Term = z.infer<typeof termSchema>;
export type FormDimension = z.infer<typeof dimension>;
export type StubRole = z.infer<typeof stubRole>;
export type IndicatorRole = z.infer<typeof indicatorRole>;
export type ExecutionRole = z.infer<typeof executionRole>;
export type BlockDefinition = z.infer<typeof blockSchema>;
export type FormDefinition = z.infer<typeof formSchema>;
export interface FormFamily extends z.infer<typeof familySchema> {
  readonly forms: readonly FormDefinition[];
}
