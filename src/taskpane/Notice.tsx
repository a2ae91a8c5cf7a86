import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
  title: { display: "block" },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});

export interface NoticeProps {
  readonly intent: NonNullable<MessageBarProps["intent"]>;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Listed below the rest: a long list may end out of sight. */
  readonly lines?: readonly string[];
  /** Buttons of its own. */
  readonly actions?: ReactNode;
  /** Absent where the notice goes by itself. */
  readonly onDismiss?: () => void;
  /** For other margins than those of a bar at the head of the pane. */
  readonly className?: string;
}

/** A bar that tells the user something, with a button to send it away. */
export function Notice(props: NoticeProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { intent, title, children, lines = [], actions, onDismiss, className } = props;
  return (
    <MessageBar intent={intent} layout="multiline" className={mergeClasses(styles.bar, className)}>
      <MessageBarBody className={styles.text}>
        {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
        {children}
        {lines.length > 0 && (
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      {(actions !== undefined || onDismiss !== undefined) && (
        <MessageBarActions
          containerAction={
            onDismiss === undefined ? null : (
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t("problem.dismiss")}
                title={t("problem.dismiss")}
                onClick={onDismiss}
              />
            )
          }
        >
          {actions}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
