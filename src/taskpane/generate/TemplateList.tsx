import { Button, makeStyles, SearchBox, Spinner, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FileInput, XLSX_FILES } from "../FileInput";
import type { Template } from "../../core/generate/template";
import type { GenerateSession } from "../session/generate-session";
import { Preview } from "./Preview";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  intro: {
    margin: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: `0 ${tokens.spacingHorizontalM}`,
  },
  search: { flex: "1 1 120px", minWidth: 0, maxWidth: "none" },
  group: {
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: "flex", alignItems: "center" },
  remove: { flexShrink: 0, marginRight: tokens.spacingHorizontalS },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  card: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    width: "100%",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  picture: {
    flexShrink: 0,
    width: "72px",
    height: "52px",
    objectFit: "cover",
    objectPosition: "top",
    // Paper is white in a dark pane too.
    backgroundColor: "#ffffff",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { minWidth: 0, overflowWrap: "anywhere" },
  nothing: { margin: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground3 },
});

/** The templates under those who ask for the tables, with a search, and a way to bring one's own. */
export function TemplateList({ session }: { readonly session: GenerateSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { templates, own, busy } = useSyncExternalStore(session.subscribe, session.getState);
  const [wanted, setWanted] = useState("");
  const files = useRef<HTMLInputElement>(null);
  const groups =
    templates === null
      ? []
      : byAuthority(
          templates.filter((one) => fits(one, wanted)),
          own,
        );
  return (
    <div className={styles.root}>
      <p className={styles.intro}>{t("generate.intro")}</p>
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          aria-label={t("generate.search")}
          placeholder={t("generate.searchHint")}
          value={wanted}
          onChange={(_event, { value }) => {
            setWanted(value);
          }}
        />
        <Button
          icon={busy === "template" ? <Spinner aria-hidden size="extra-tiny" /> : <FolderOpenRegular />}
          disabledFocusable={busy === "template"}
          onClick={() => files.current?.click()}
        >
          {t(busy === "template" ? "generate.busy.template" : "generate.load")}
        </Button>
      </div>
      <FileInput
        ref={files}
        accept={XLSX_FILES}
        label={t("generate.files")}
        onFiles={([file]) => void session.loadTemplates(file)}
      />
      {templates === null && <Spinner label={t("tabs.loading")} size="small" />}
      {templates !== null && groups.length === 0 && (
        <p className={styles.nothing}>{t("generate.nothingFound")}</p>
      )}
      {groups.map(([authority, members]) => (
        <section key={authority}>
          <h2 className={styles.group}>{authority === "" ? t("generate.own") : authority}</h2>
          <ul className={styles.list}>
            {members.map((template) => (
              <li key={template.id} className={styles.entry}>
                <button type="button" className={styles.card} onClick={() => void session.choose(template)}>
                  <Preview
                    template={template}
                    isOwn={own.has(template.id)}
                    alt=""
                    className={styles.picture}
                  />
                  <span className={styles.title}>{template.title}</span>
                </button>
                {own.has(template.id) && (
                  <Button
                    size="small"
                    appearance="subtle"
                    className={styles.remove}
                    icon={<DeleteRegular />}
                    aria-label={t("generate.removeTemplate", { title: template.title })}
                    title={t("generate.removeTemplate", { title: template.title })}
                    onClick={() => void session.removeTemplate(template.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** All words of the search, in any order. */
function fits({ title, authority }: Template, wanted: string): boolean {
  const text = `${authority} ${title}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** In the order of the templates; the user's own under "". */
function byAuthority(
  templates: readonly Template[],
  own: ReadonlySet<string>,
): readonly (readonly [string, readonly Template[]])[] {
  const groups = new Map<string, Template[]>();
  for (const template of templates) {
    const authority = own.has(template.id) ? "" : template.authority;
    const members = groups.get(authority);
    if (members === undefined) groups.set(authority, [template]);
    else members.push(template);
  }
  return [...groups];
}
