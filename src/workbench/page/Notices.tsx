import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { texts } from "../texts";
import type { Notice, WorkbenchState } from "./state";

export interface NoticesProps {
  readonly state: WorkbenchState;
  readonly onDismiss: (id: string) => void;
  readonly onSaveAnyway: () => void;
  readonly onCancelSave: () => void;
}

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  busy: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
  },
  progress: { flexGrow: 1 },
});

/** What the page has to say, over the sheet. */
export function Notices({ state, onDismiss, onSaveAnyway, onCancelSave }: NoticesProps): ReactNode {
  const styles = useStyles();
  return (
    <div>
      {state.busy !== null && (
        <div role="status" className={styles.busy}>
          <span>{state.busy}</span>
          <ProgressBar
            className={styles.progress}
            {...(state.progress === null ? {} : { value: state.progress })}
          />
        </div>
      )}
      {state.unkept !== null && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{texts.unkeptTitle}</MessageBarTitle>
            {state.unkept.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onSaveAnyway}>{texts.saveAnyway}</Button>
            <Button onClick={onCancelSave}>{texts.cancel}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {state.notices.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} onDismiss={onDismiss} />
      ))}
    </div>
  );
}

function NoticeBar({
  notice,
  onDismiss,
}: {
  readonly notice: Notice;
  readonly onDismiss: (id: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { id, intent, title, body, action } = notice;
  const dismiss = (): void => {
    onDismiss(id);
  };
  return (
    <MessageBar intent={intent} className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {body}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={texts.dismiss}
            onClick={dismiss}
          />
        }
      >
        {action !== undefined && (
          <Button
            onClick={() => {
              action.run();
              dismiss();
            }}
          >
            {action.label}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
