import type { GeneratedTables, GenerateOptions } from "../../core/generate";
import { missingGroups, outlookOf, type SheetOutlook } from "../../core/generate/outlook";
import type { InputProblem } from "../../core/generate/sources/input/messages";
import type { CarriableSheet, Survey } from "../../core/generate/survey";
import type { Template } from "../../core/generate/template";
import type { WorkbookHost } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { EngineWork } from "../engine/orders";
import type { PaneEngine } from "../engine/worker-engine";
import { createNewSheetsSession, type NewSheetsSession } from "./new-sheets-session";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";
import type { KeptFile, TemplateShelf } from "./template-shelf";
import type { InTurn } from "../../core/workbook/turns";

export type Mode = GenerateOptions["mode"];

/** What is there and what is missing before a table is made. */
export interface Outlook {
  readonly sheets: readonly SheetOutlook[];
  /** By planned sheet, the one of the wanted name that is there already. */
  readonly taken: ReadonlyMap<string, string>;
  readonly problems: readonly InputProblem[];
}

/** Another workbook whose sheets are taken over. */
export interface CarriedFile {
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
  /** At least one. */
  readonly sheets: readonly CarriableSheet[];
}

/** Why nothing can be taken over from a file. */
export interface CarryRefusal {
  readonly name: string;
  /** Chinese; null where the file can be read and has no sheet of performance tables. */
  readonly sentence: string | null;
}

export interface GenerateState {
  /** The user's own first, then those the tool brings along; null until they are there. */
  readonly templates: readonly Template[] | null;
  /** Ids of the user's own. */
  readonly own: ReadonlySet<string>;
  readonly chosen: Template | null;
  readonly survey: Survey | null;
  /** Names of the sheets whose content is taken over (沿用). */
  readonly carry: ReadonlySet<string>;
  /** The file they stand in; null for the open workbook. */
  readonly carriedFile: CarriedFile | null;
  readonly carryRefusal: CarryRefusal | null;
  readonly mode: Mode;
  /** The one project to be filled in; null for all. */
  readonly project: string | null;
  readonly busy: "survey" | "look" | "generate" | "inputs" | "template" | "carry" | null;
  readonly outlook: Outlook | null;
  /** Name of a file of own templates that is too large to be there the next time. */
  readonly unkept: string | null;
  /** What is wrong with a file of templates: Chinese lines, all of them. */
  readonly defects: readonly string[];
  /** That no input sheet was made, as all are there. */
  readonly inputsThere: boolean;
  readonly notice: Problem | null;
}

/** What of a `File` is used. */
export type TemplateFile = Pick<File, "name" | "arrayBuffer">;

/** 生成: from the choice of a template to new sheets. No method rejects: what goes wrong is in the state. */
export interface GenerateSession extends Pick<Store<GenerateState>, "getState" | "subscribe"> {
  /** Loads the templates, once. */
  readonly open: () => Promise<void>;
  /** Chooses a template and looks what of the workbook it could use; null goes back to the list. */
  readonly choose: (template: Template | null) => Promise<void>;
  readonly setCarry: (sheet: string, on: boolean) => void;
  /** Takes over from another workbook, last year's perhaps, instead of the open one; null is the open one again. */
  readonly carryFrom: (file: TemplateFile | null) => Promise<void>;
  readonly setMode: (mode: Mode) => void;
  readonly setProject: (project: string | null) => void;
  /** 看看缺什么. */
  readonly look: () => Promise<void>;
  readonly generate: () => Promise<void>;
  /** 建录入表. */
  readonly makeInputs: () => Promise<void>;
  /** Ends what is being read or computed. Sheets on their way are written to the end. */
  readonly cancel: () => void;
  /** Takes in the user's own templates, and keeps their file for the next time. */
  readonly loadTemplates: (file: TemplateFile) => Promise<void>;
  /** Takes an own template away, with the others of its file. */
  readonly removeTemplate: (id: string) => Promise<void>;
  readonly dismiss: () => void;
  readonly newSheets: NewSheetsSession;
}

/** How templates come in; loaded when they are needed, so that the pane starts without them. */
export interface TemplateSources {
  readonly builtIn: () => Promise<readonly Template[]>;
  readonly fromFile: (
    file: Uint8Array,
    name: string,
  ) => Promise<{ readonly templates: readonly Template[]; readonly defects: readonly string[] }>;
  /** A workbook that is no more than looked into; a Chinese sentence where it cannot be read. */
  readonly workbook: (file: Uint8Array, name: string) => Promise<WorkbookSnapshot | string>;
  /** Where files of own templates last until the next time. */
  readonly shelf: TemplateShelf;
}

export function createGenerateSession(
  host: WorkbookHost,
  engine: PaneEngine,
  inTurn: InTurn,
  sources: TemplateSources,
): GenerateSession {
  const store = createStore<GenerateState>({
    templates: null,
    own: new Set(),
    chosen: null,
    survey: null,
    carry: new Set(),
    carriedFile: null,
    carryRefusal: null,
    mode: "functions",
    project: null,
    busy: null,
    outlook: null,
    unkept: null,
    defects: [],
    inputsThere: false,
    notice: null,
  });
  /** Files of own templates that are on the shelf, each with the ids of its templates. */
  let kept: readonly (KeptFile & { readonly ids: readonly string[] })[] = [];
  const newSheets = createNewSheetsSession(host, inTurn);
  let running = new AbortController();

  /** Reads the workbook and computes; nothing comes of it once another thing was begun or it was cancelled. */
  async function computing<Name extends Exclude<keyof EngineWork, "check">>(
    busy: Exclude<GenerateState["busy"], "carry" | null>,
    work: Name,
    told: EngineWork[Name]["told"],
    then: (answer: EngineWork[Name]["answer"], sheetNames: readonly string[]) => Promise<void> | void,
  ): Promise<void> {
    running.abort();
    const mine = new AbortController();
    running = mine;
    store.set({ busy, ...NOTHING_TOLD });
    try {
      const snapshot = await host.readSnapshot();
      if (mine.signal.aborted) return;
      const answer = await engine(snapshot, work, told, mine.signal);
      if (mine.signal.aborted) return;
      await then(
        answer,
        snapshot.sheets.map(({ name }) => name),
      );
    } catch (error) {
      if (mine.signal.aborted) return; // nobody waits for it any more, and a cancelled engine fails by design
      store.set({ notice: problemOf(busy, error) });
    } finally {
      if (running === mine) store.set({ busy: null });
    }
  }

  function optionsFor(template: Template): GenerateOptions {
    const { carry, carriedFile, mode, project } = store.getState();
    return {
      templates: [template],
      mode,
      carry: [...carry],
      // With none of its sheets chosen the engine would take them all.
      ...(carriedFile === null || carry.size === 0 ? {} : { carryFrom: carriedFile.snapshot }),
      ...(project === null ? {} : { project }),
    };
  }

  /** What was looked up before no longer holds. */
  const setChoice = (change: Partial<GenerateState>): void => {
    store.set({ ...change, outlook: null, inputsThere: false });
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    newSheets,
    open: async () => {
      if (store.getState().templates !== null) return;
      try {
        const builtIn = await sources.builtIn();
        const own = await fromShelf();
        if (store.getState().templates !== null) return;
        const ids = new Set(own.map(({ id }) => id));
        store.set({ templates: [...own, ...builtIn.filter(({ id }) => !ids.has(id))], own: ids });
      } catch (error) {
        store.set({ notice: problemOf("survey", error) });
      }
    },
    choose: async (template) => {
      running.abort();
      setChoice({
        chosen: template,
        survey: null,
        carry: new Set(),
        carriedFile: null,
        project: null,
        busy: null,
        ...NOTHING_TOLD,
      });
      if (template === null) return;
      await computing("survey", "survey", template, (survey) => {
        store.set({ survey, carry: usuallyCarried(survey) });
      });
      // Without a survey there is nothing to choose from: back to the list, where the reason stands.
      const { chosen, survey, busy } = store.getState();
      if (chosen === template && survey === null && busy === null) store.set({ chosen: null });
    },
    setCarry: (sheet, on) => {
      const carry = new Set(store.getState().carry);
      if (on) carry.add(sheet);
      else carry.delete(sheet);
      setChoice({ carry });
    },
    carryFrom: async (file) => {
      const { chosen, survey } = store.getState();
      if (chosen === null || survey === null) return;
      running.abort();
      if (file === null) {
        setChoice({ carriedFile: null, carry: usuallyCarried(survey), busy: null });
        return;
      }
      const mine = new AbortController();
      running = mine;
      store.set({ busy: "carry", ...NOTHING_TOLD });
      const { name } = file;
      try {
        const snapshot = await sources.workbook(new Uint8Array(await file.arrayBuffer()), name);
        if (mine.signal.aborted) return;
        if (typeof snapshot === "string") {
          store.set({ carryRefusal: { name, sentence: snapshot } });
          return;
        }
        const { sheets } = await engine(snapshot, "survey", chosen, mine.signal);
        if (mine.signal.aborted) return;
        if (sheets.length === 0) store.set({ carryRefusal: { name, sentence: null } });
        else {
          const carry = new Set(sheets.map((sheet) => sheet.name));
          setChoice({ carriedFile: { name, snapshot, sheets }, carry });
        }
      } catch (error) {
        if (!mine.signal.aborted) store.set({ notice: problemOf("look", error) });
      } finally {
        if (running === mine) store.set({ busy: null });
      }
    },
    setMode: (mode) => {
      setChoice({ mode });
    },
    setProject: (project) => {
      setChoice({ project });
    },
    look: async () => {
      const { chosen } = store.getState();
      if (chosen === null) return;
      // With formulas, to tell what comes from where.
      const told = { ...optionsFor(chosen), mode: "functions" } as const;
      await computing("look", "tables", told, ({ plans, missing, problems }, sheetNames) => {
        const taken = new Map(
          plans.flatMap(({ name }) => {
            const there = takenName(name, sheetNames);
            return there === null ? [] : [[name, there] as const];
          }),
        );
        store.set({ outlook: { sheets: outlookOf(chosen, plans, missing), taken, problems } });
      });
    },
    generate: async () => {
      const { chosen } = store.getState();
      if (chosen === null) return;
      await computing("generate", "tables", optionsFor(chosen), (tables, sheetNames) =>
        write("tables", tables, sheetNames),
      );
    },
    makeInputs: async () => {
      const { chosen } = store.getState();
      if (chosen === null) return;
      await computing("inputs", "inputs", optionsFor(chosen), async (tables, sheetNames) => {
        if (tables.plans.length === 0) store.set({ inputsThere: true });
        else await write("inputs", { ...tables, missing: [] }, sheetNames);
      });
    },
    cancel: () => {
      if (newSheets.getState().busy !== null) return;
      running.abort();
      const { survey, chosen } = store.getState();
      store.set({ busy: null, chosen: survey === null ? null : chosen });
    },
    loadTemplates: async (file) => {
      running.abort();
      store.set({ busy: "template", ...NOTHING_TOLD });
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { templates, defects } = await sources.fromFile(bytes, file.name);
        if (defects.length > 0) {
          store.set({ defects });
          return;
        }
        const ids = new Set(templates.map(({ id }) => id));
        const others = (store.getState().templates ?? (await sources.builtIn())).filter(
          ({ id }) => !ids.has(id),
        );
        store.set({ templates: [...templates, ...others], own: new Set([...store.getState().own, ...ids]) });
        const loaded = { name: file.name, bytes, ids: [...ids] };
        const all = [...kept.filter((other) => !other.ids.some((id) => ids.has(id))), loaded];
        if (sources.shelf.keep(all)) kept = all;
        else store.set({ unkept: file.name });
      } catch (error) {
        store.set({ notice: problemOf("template", error) });
      } finally {
        store.set({ busy: null });
      }
    },
    removeTemplate: async (id) => {
      const gone = new Set(kept.find(({ ids }) => ids.includes(id))?.ids ?? [id]);
      kept = kept.filter(({ ids }) => !ids.includes(id));
      sources.shelf.keep(kept);
      const { templates, own } = store.getState();
      const left = new Set([...own].filter((one) => !gone.has(one)));
      // One that came with the tool may have given way to it.
      const builtIn = await sources.builtIn();
      store.set({
        templates: [
          ...(templates ?? []).filter((template) => left.has(template.id)),
          ...builtIn.filter((template) => !left.has(template.id)),
        ],
        own: left,
      });
    },
    dismiss: () => {
      store.set(NOTHING_TOLD);
    },
  };

  /** The user's own templates of earlier days. A file that is no longer understood is left out. */
  async function fromShelf(): Promise<readonly Template[]> {
    try {
      const read = await Promise.all(
        sources.shelf
          .load()
          .map(async (file) => ({ file, ...(await sources.fromFile(file.bytes, file.name)) })),
      );
      const good = read.filter(({ defects }) => defects.length === 0);
      kept = good.map(({ file, templates }) => ({ ...file, ids: templates.map(({ id }) => id) }));
      return good.flatMap(({ templates }) => templates);
    } catch (error) {
      console.warn("Own templates of earlier days cannot be read.", error);
      return [];
    }
  }

  async function write(
    kind: "tables" | "inputs",
    { plans, missing, problems }: GeneratedTables,
    sheetNames: readonly string[],
  ): Promise<void> {
    const about = ({ name }: { readonly name: string }) => ({
      beside: takenName(name, sheetNames),
      groups: missingGroups(missing.filter(({ sheet }) => sheet === name)),
    });
    if (await newSheets.add(kind, plans, { problems, about })) store.set({ outlook: null });
  }
}

/** What is taken over unless the user says otherwise: all but the very table that is to be made. */
function usuallyCarried({ sheets }: Survey): ReadonlySet<string> {
  return new Set(sheets.filter(({ isSame }) => !isSame).map(({ name }) => name));
}

const NOTHING_TOLD = {
  notice: null,
  defects: [],
  inputsThere: false,
  carryRefusal: null,
  unkept: null,
} as const satisfies Partial<GenerateState>;

/** The sheet whose name a new one would have had, if it was not there already: “表” of “表（2）”. */
function takenName(name: string, sheetNames: readonly string[]): string | null {
  const wanted = /^(.*)（\d+）$/s.exec(name)?.[1];
  return sheetNames.find((there) => there === wanted) ?? null;
}
