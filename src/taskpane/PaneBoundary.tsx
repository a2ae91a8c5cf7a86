import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { Translation } from "react-i18next";

interface Props {
  readonly children: ReactNode;
}

/** A defect while drawing leaves a sentence instead of an empty pane. React itself logs the error. */
export class PaneBoundary extends Component<Props, { readonly crashed: boolean }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error("The pane cannot be drawn.", error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t("app.crashTitle")}</MessageBarTitle>
              {t("app.crashAdvice")}
            </MessageBarBody>
          </MessageBar>
        )}
      </Translation>
    );
  }
}
