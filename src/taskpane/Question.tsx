import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

export interface QuestionProps {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
});

/** Asks before something is lost. The keyboard's focus comes to the answer that changes nothing. */
export function Question({ question, yes, no, onYes, onNo }: QuestionProps): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" role="alertdialog" aria-label={question}>
      <MessageBarBody className={styles.text}>{question}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onYes}>
          {yes}
        </Button>
        <Button size="small" ref={focused} onClick={onNo}>
          {no}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function focused(element: HTMLElement | null): void {
  element?.focus();
}
