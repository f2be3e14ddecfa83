import { Component, type ReactNode } from "react";

type Props = { children: ReactNode; instead: ReactNode };

/** When the editor cannot build or show the rationale, its words stay readable and the rest of the card goes on. */
export class RationaleBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <>
        <p className="field-error" role="alert">
          The editor of the rationale failed. Its text can be read here, and the rest of the card works. Load the page
          again to try once more.
        </p>
        {this.props.instead}
      </>
    );
  }
}
