import { Accordion, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FORMULA_CATEGORIES } from "../../core/formulas/catalogue";
import type { FormulaCategory, FormulaFunction } from "../../core/formulas/formula-function";
import type { FormulaSession } from "../session/formula-session";
import { FormulaMessages } from "./FormulaMessages";
import { FunctionItem } from "./FunctionItem";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%" },
  head: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  intro: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  search: { maxWidth: "none" },
  list: { flexGrow: 1, minHeight: 0, overflowY: "auto", paddingBottom: tokens.spacingVerticalM },
  group: {
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  nothing: { margin: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground3 },
});

/** 公式: the custom functions under their headings, with a search; each can be put into the selected cell. */
export default function FormulaPanel({ session }: { readonly session: FormulaSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { busy } = useSyncExternalStore(session.subscribe, session.getState);
  const [wanted, setWanted] = useState("");
  const [open, setOpen] = useState<readonly unknown[]>([]);
  const categories = found(wanted);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <p className={styles.intro}>{t("formulas.intro")}</p>
        <SearchBox
          className={styles.search}
          aria-label={t("formulas.search")}
          placeholder={t("formulas.search")}
          value={wanted}
          onChange={(_event, { value }) => {
            setWanted(value);
          }}
        />
        <FormulaMessages session={session} />
      </div>
      <div className={styles.list}>
        {categories.length === 0 && <p className={styles.nothing}>{t("formulas.nothingFound")}</p>}
        <Accordion
          collapsible
          openItems={[...open]}
          onToggle={(_event, { openItems }) => {
            setOpen(openItems);
          }}
        >
          {categories.map(({ title, functions }) => (
            <section key={title}>
              <h2 className={styles.group}>{title}</h2>
              {functions.map((each) => (
                <FunctionItem
                  key={each.id}
                  formula={each}
                  isOpen={open.includes(each.id)}
                  busy={busy}
                  onInsert={(text) => void session.insert(text)}
                />
              ))}
            </section>
          ))}
        </Accordion>
      </div>
    </div>
  );
}

/** The categories with the functions that have all words of the search in their names, description or heading. */
function found(wanted: string): readonly FormulaCategory[] {
  const words = wanted.toLowerCase().split(/\s+/);
  return FORMULA_CATEGORIES.flatMap((category) => {
    const functions = category.functions.filter((each) => fits(each, category.title, words));
    return functions.length === 0 ? [] : [{ ...category, functions }];
  });
}

function fits({ id, name, description }: FormulaFunction, title: string, words: readonly string[]): boolean {
  const text = `${id} ${name} ${description} ${title}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
