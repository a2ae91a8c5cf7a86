import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { useState, type ReactNode } from "react";
import type { Template } from "../../core/generate/template";

export interface PreviewProps {
  readonly template: Template;
  /** Whether it is one of the user's own, of which there is no picture. */
  readonly isOwn: boolean;
  /** What a screen reader says; "" where the title stands beside it. */
  readonly alt: string;
  readonly className: string;
}

const useStyles = makeStyles({
  tile: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    color: tokens.colorNeutralForeground4,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: "24px",
  },
});

/** Picture of a template's table, made when the tool is built; a plain tile where there is none. */
export function Preview({ template, isOwn, alt, className }: PreviewProps): ReactNode {
  const styles = useStyles();
  const [failed, setFailed] = useState(false);
  if (isOwn || failed) {
    return (
      <div className={className} aria-hidden>
        <div className={styles.tile} style={{ height: "100%" }}>
          <DocumentTableRegular />
        </div>
      </div>
    );
  }
  return (
    <img
      className={className}
      src={`assets/templates/${template.id}.png`}
      alt={alt}
      loading="lazy"
      onError={() => {
        setFailed(true);
      }}
    />
  );
}
