import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormulaFunction } from "../../core/formulas/formula-function";

export interface FunctionItemProps {
  readonly formula: FormulaFunction;
  readonly isOpen: boolean;
  readonly busy: boolean;
  /** @param text the formula, with its leading “=” */
  readonly onInsert: (text: string) => void;
}

const useStyles = makeStyles({
  name: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  id: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
  panel: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  text: { margin: 0 },
  heading: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  term: { fontWeight: tokens.fontWeightSemibold },
  remark: { color: tokens.colorNeutralForeground3 },
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "inherit",
    lineHeight: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
  },
  insert: { display: "flex", alignItems: "end", columnGap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  input: { width: "100%", minWidth: 0 },
  button: { flexShrink: 0, minWidth: "64px" },
});

/** One function: what it is for, its parameters, examples, and a field from which it goes into a cell. */
export function FunctionItem({ formula, isOpen, busy, onInsert }: FunctionItemProps): ReactNode {
  const styles = useStyles();
  const { id, name } = formula;
  return (
    <AccordionItem value={id}>
      <AccordionHeader as="h3" size="medium" expandIconPosition="end">
        <span className={styles.name}>
          {name} <span className={styles.id}>{id}</span>
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        {isOpen && <Details formula={formula} busy={busy} onInsert={onInsert} />}
      </AccordionPanel>
    </AccordionItem>
  );
}

function Details({ formula, busy, onInsert }: Omit<FunctionItemProps, "isOpen">): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { description, parameters, result, examples } = formula;
  const [text, setText] = useState(examples[0]?.formula ?? `=${formula.id}()`);
  const typed = text.trim();
  return (
    <>
      <p className={styles.text}>{description}</p>
      <div>
        <h4 className={styles.heading}>{t("formulas.parameters")}</h4>
        <ul className={styles.list}>
          {parameters.map((parameter) => (
            <li key={parameter.name}>
              <span className={styles.term}>{parameter.name}</span>
              {parameter.optional === true && (
                <span className={styles.remark}>{t("app.aside", { text: t("formulas.optional") })}</span>
              )}{" "}
              {parameter.description}
            </li>
          ))}
        </ul>
      </div>
      <p className={styles.text}>
        <span className={styles.term}>{t("formulas.result")}</span> {result}
      </p>
      <div>
        <h4 className={styles.heading}>{t("formulas.examples")}</h4>
        <ul className={styles.list}>
          {examples.map((example) => (
            <li key={example.formula}>
              <Link
                as="button"
                className={styles.formula}
                aria-label={t("formulas.useExample", { formula: example.formula })}
                onClick={() => {
                  setText(example.formula);
                }}
              >
                {example.formula}
              </Link>{" "}
              → {shown(example.result)}
              {example.note !== "" && (
                <span className={styles.remark}>{t("app.aside", { text: example.note })}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <form
        className={styles.insert}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== "" && !busy) onInsert(typed.startsWith("=") ? typed : `=${typed}`);
        }}
      >
        <Field label={t("formulas.formula")} className={styles.field}>
          <Input
            className={styles.input}
            value={text}
            spellCheck={false}
            onChange={(_event, { value }) => {
              setText(value);
            }}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          className={styles.button}
          disabledFocusable={busy || typed === ""}
        >
          {t("formulas.insert")}
        </Button>
      </form>
    </>
  );
}

function shown(result: number | string | boolean): string {
  return typeof result === "boolean" ? String(result).toUpperCase() : String(result);
}
