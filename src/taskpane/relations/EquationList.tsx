import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RelationEquation } from "../../core/explain-relations";
import type { Relations } from "../../core/relation-map";
import { EquationItem } from "./EquationItem";
import { isAccepted, totalOf } from "./relation-rows";

export interface EquationListProps {
  readonly title: string;
  readonly counts: string;
  readonly relations: Relations;
  /** Null until they are there. */
  readonly equations: readonly RelationEquation[] | null;
  readonly busy: boolean;
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly onSelect: (sheet: string, cell: string) => void;
  readonly onBack: () => void;
}

/** Equations drawn at first, and more with each click. */
const PAGE = 50;

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  heading: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  remark: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  loading: { padding: tokens.spacingVerticalM, justifyContent: "flex-start" },
});

/** The equations between two tables, or within one: the violated first. The heading can take the focus. */
export function EquationList({
  title,
  counts,
  relations,
  equations,
  busy,
  sheetNames,
  onSelect,
  onBack,
}: EquationListProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const [most, setMost] = useState(PAGE);
  const hidden = (equations?.length ?? 0) - most;
  const unlisted = equations === null ? 0 : totalOf(relations) - equations.length;
  return (
    <section className={styles.root} aria-label={title}>
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
        {t("relations.back")}
      </Button>
      <h3 tabIndex={-1} className={styles.heading}>
        {title}
      </h3>
      <p className={styles.remark}>{counts === "" ? t("relations.noneWithin") : counts}</p>
      {busy && equations === null && (
        <Spinner className={styles.loading} size="tiny" label={t("relations.busy.explain")} />
      )}
      <ol className={styles.list}>
        {equations?.slice(0, most).map((equation, at) => (
          <EquationItem
            key={at}
            equation={equation}
            accepted={isAccepted(relations, at)}
            sheetNames={sheetNames}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <Button
          appearance="subtle"
          size="small"
          onClick={() => {
            setMost(most + PAGE);
          }}
        >
          {t("relations.more", { count: Math.min(hidden, PAGE) })}
        </Button>
      )}
      {unlisted > 0 && <p className={styles.remark}>{t("relations.unlisted", { count: unlisted })}</p>}
    </section>
  );
}
