import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { InputProblem } from "../../core/generate/sources/input/messages";

/** Problems shown. */
const SHOWN = 8;

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  link: { fontSize: "inherit", lineHeight: "inherit" },
});

/** Rows of the input sheets that were not read, with what to do; a link leads to each where it can be followed. */
export function InputProblems({
  problems,
  onSelect,
}: {
  readonly problems: readonly InputProblem[];
  readonly onSelect?: (sheet: string, cell: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <div className={styles.text}>
      {t("generate.problems", { count: problems.length })}
      <ul className={styles.list}>
        {problems.slice(0, SHOWN).map(({ sheet, cell, message }) => (
          <li key={`${sheet} ${cell} ${message}`}>
            {message}{" "}
            {onSelect !== undefined && (
              <Link
                as="button"
                inline
                className={styles.link}
                aria-label={t("generate.selectCell", { sheet, cell, item: message })}
                onClick={() => {
                  onSelect(sheet, cell);
                }}
              >
                {cell}
              </Link>
            )}
          </li>
        ))}
        {more > 0 && <li>{t("problem.moreDefects", { count: more })}</li>}
      </ul>
    </div>
  );
}
