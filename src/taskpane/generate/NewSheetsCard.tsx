import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Question } from "../Question";
import { cellAddress } from "../session/marks";
import type { NewSheet, NewSheets, NewSheetsSession } from "../session/new-sheets-session";
import { InputProblems } from "./InputProblems";
import { MissingList } from "./MissingList";

/** Sheets told of; of one table a project there may be hundreds. */
const SHEETS_SHOWN = 8;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    margin: `0 ${tokens.spacingHorizontalM}`,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  link: { textAlign: "left", overflowWrap: "anywhere" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

export interface NewSheetsCardProps {
  readonly sheets: NewSheets;
  readonly session: NewSheetsSession;
  readonly disabled: boolean;
}

/** Sheets that were made together: links to them, what they lack, 固化为数值 and 撤销. */
export function NewSheetsCard({ sheets: made, session, disabled }: NewSheetsCardProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const [asks, setAsks] = useState(false);
  const { id, kind, sheets, problems, frozen } = made;
  const more = sheets.length - SHEETS_SHOWN;
  const select = (sheet: string, cell: string): void => {
    const address = cellAddress(cell);
    if (address !== null) void session.select(sheet, address);
  };
  return (
    <section className={styles.root} aria-label={t(`generate.made.${kind}`, { count: sheets.length })}>
      <div role="status">
        <h3 className={styles.heading}>{t(`generate.made.${kind}`, { count: sheets.length })}</h3>
      </div>
      {sheets.slice(0, SHEETS_SHOWN).map((sheet) => (
        <MadeSheet key={sheet.name} sheet={sheet} onSelect={select} />
      ))}
      {more > 0 && <p className={styles.text}>{t("generate.moreSheets", { count: more })}</p>}
      <InputProblems problems={problems} onSelect={select} />
      {kind === "inputs" && <p className={styles.text}>{t("generate.inputsNext")}</p>}
      {asks ? (
        <Question
          question={t("generate.undoQuestion", { count: sheets.length })}
          yes={t("generate.undoYes")}
          no={t("generate.undoNo")}
          onYes={() => {
            setAsks(false);
            void session.remove(id);
          }}
          onNo={() => {
            setAsks(false);
          }}
        />
      ) : (
        <div className={styles.buttons}>
          {kind === "tables" && (
            <Button
              size="small"
              disabledFocusable={disabled}
              onClick={() => void (frozen === null ? session.freeze(id) : session.unfreeze(id))}
            >
              {t(frozen === null ? "generate.freeze" : "generate.unfreeze")}
            </Button>
          )}
          <Button
            size="small"
            icon={<ArrowUndoRegular />}
            disabledFocusable={disabled}
            onClick={() => {
              setAsks(true);
            }}
          >
            {t("generate.undo")}
          </Button>
        </div>
      )}
    </section>
  );
}

function MadeSheet({
  sheet: { name, beside, groups },
  onSelect,
}: {
  readonly sheet: NewSheet;
  readonly onSelect: (sheet: string, cell: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const missing = new Set(groups.flatMap(({ items }) => items.flatMap(({ cells }) => cells))).size;
  return (
    <div>
      <Link
        as="button"
        className={styles.link}
        aria-label={t("generate.openSheet", { sheet: name })}
        onClick={() => {
          onSelect(name, "A1");
        }}
      >
        {name}
      </Link>
      {beside !== null && <p className={styles.text}>{t("generate.beside", { sheet: beside })}</p>}
      {missing > 0 && <p className={styles.text}>{t("generate.lacksMarked", { count: missing })}</p>}
      <MissingList sheet={name} groups={groups} onSelect={onSelect} />
    </div>
  );
}
