import { Command, CommanderError } from "commander";
import { isMany } from "./batch/find-workbooks";
import type { BatchCommandOptions } from "./batch/options";
import { batchTexts } from "./batch/texts";
import { EXIT, unusable } from "./exit";
import type { GenerateCommandOptions } from "./generate-command";
import { generateTexts } from "./generate-texts";
import { texts } from "./texts";

/**
 * Runs the command line; of the commands the one that is asked for is loaded, since loading takes longer than most checks.
 * Returns the exit status: 0 no errors but accepted ones, 1 findings of severity error that are not accepted, 2 the file or
 * the call is unusable (one line on stderr). Of many files see `batchCommand`.
 */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0) return badCall(args);
  let status: number = EXIT.ok;
  const program = new Command("gouji")
    .description(texts.program)
    .helpOption("-h, --help", texts.helpOption)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => texts.helpTitles[title] ?? title })
    .exitOverride()
    .configureOutput({ outputError: (_text, write) => write("") });
  program
    .command("check")
    .description(texts.check)
    .argument("<file...>", batchTexts.filesArgument)
    .option("--json", texts.jsonOption)
    .option("--truncated", texts.truncatedOption)
    .option("--report <file>", texts.reportOption)
    .option("--forms <path>", texts.formsOption, addPath, [])
    .optionsGroup(batchTexts.optionsGroup)
    .option("--summary <file>", batchTexts.summaryOption)
    .option("--jsonl <file>", batchTexts.jsonlOption)
    .option("--resume", batchTexts.resumeOption)
    .option("--force", batchTexts.forceOption)
    .option("--jobs <number>", batchTexts.jobsOption)
    .option("--timeout <seconds>", batchTexts.timeoutOption)
    .option("--memory <megabytes>", batchTexts.memoryOption)
    .option("--quiet", batchTexts.quietOption)
    .helpOption("-h, --help", texts.helpOption)
    .action(async (files: readonly string[], options: CheckOptions) => {
      status = await check(files, options);
    });
  program
    .command("indicators")
    .description(texts.indicators)
    .argument("<file>", texts.fileArgument)
    .option("--json", texts.indicatorsJsonOption)
    .option("--forms <path>", texts.formsOption, addPath, [])
    .helpOption("-h, --help", texts.helpOption)
    .action(async (file: string, options: { json?: boolean; forms: readonly string[] }) => {
      const { indicatorsCommand } = await import("./indicators-command");
      status = await indicatorsCommand(file, { json: options.json === true, forms: options.forms });
    });
  program
    .command("explain")
    .description(texts.explain)
    .argument("<file>", texts.fileArgument)
    .argument("<cell>", texts.cellArgument)
    .helpOption("-h, --help", texts.helpOption)
    .action(async (file: string, cell: string) => {
      const { explainCommand } = await import("./explain-command");
      status = await explainCommand(file, cell);
    });
  program
    .command("generate")
    .description(generateTexts.command)
    .option("--list", generateTexts.listOption)
    .option("--export <id>", generateTexts.exportOption)
    .option("--template <id...>", generateTexts.templateOption)
    .option("--template-file <file>", generateTexts.templateFileOption)
    .option("--from <file>", generateTexts.fromOption)
    .option("--out <file>", generateTexts.outOption)
    .option("--mode <mode>", generateTexts.modeOption)
    .option("--carry <sheet...>", generateTexts.carryOption)
    .option("--carry-from <file>", generateTexts.carryFromOption)
    .option("--project <name>", generateTexts.projectOption)
    .option("--input", generateTexts.inputOption)
    .option("--force", generateTexts.forceOption)
    .helpOption("-h, --help", texts.helpOption)
    .action(async (options: Partial<GenerateCommandOptions>) => {
      const { generateCommand } = await import("./generate-command");
      status = await generateCommand({
        list: false,
        template: [],
        mode: "builtin",
        carry: [],
        input: false,
        force: false,
        ...options,
      });
    });
  const forms = program.command("forms").description(texts.forms).helpCommand(false);
  forms.helpOption("-h, --help", texts.helpOption);
  forms
    .command("check")
    .description(texts.formsCheck)
    .argument("<path>", texts.folderArgument)
    .option("--sheet <file>", texts.sheetOption)
    .helpOption("-h, --help", texts.helpOption)
    .action(async (path: string, { sheet }: { sheet?: string }) => {
      const { formsCheckCommand } = await import("./forms-command");
      status = await formsCheckCommand(path, sheet);
    });
  forms
    .command("pack")
    .description(texts.formsPack)
    .argument("<path>", texts.folderArgument)
    .requiredOption("-o, --output <file>", texts.outputOption)
    .helpOption("-h, --help", texts.helpOption)
    .action(async (path: string, { output }: { output: string }) => {
      const { formsPackCommand } = await import("./forms-command");
      status = await formsPackCommand(path, output);
    });
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    return badCall(args);
  }
}

type CheckOptions = Partial<Omit<BatchCommandOptions, "precision" | "report">> & {
  readonly truncated?: boolean;
  readonly report?: string;
};

/** One file is told of in full, many in a line each. */
async function check(
  files: readonly string[],
  { truncated, report, ...given }: CheckOptions,
): Promise<number> {
  const options = {
    ...given,
    json: given.json === true,
    precision: truncated === true ? ("truncated" as const) : ("nearest" as const),
    report: report ?? null,
    forms: given.forms ?? [],
  };
  const [file, ...others] = files;
  if (file === undefined) return badCall(["check"]);
  const { resume = false, force = false, quiet = false } = given;
  const asksForMany = resume || force || quiet || FOR_MANY.some((name) => given[name] !== undefined);
  if (others.length > 0 || asksForMany || (await isMany(file))) {
    const { batchCommand } = await import("./batch/batch-command");
    return batchCommand(files, { ...options, resume, force, quiet });
  }
  const { checkCommand } = await import("./check-command");
  return checkCommand(file, options);
}

/** Options that one file has no use for. */
const FOR_MANY = ["summary", "jsonl", "jobs", "timeout", "memory"] as const;

/** An option that may be given several times. */
function addPath(path: string, before: readonly string[]): readonly string[] {
  return [...before, path];
}

function badCall(args: readonly string[]): number {
  return unusable(texts.badCall(args));
}
