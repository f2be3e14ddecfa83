import { Component, type ReactNode } from "react";
import { useWords } from "#app/words/speech.tsx";

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
        <Failed />
        {this.props.instead}
      </>
    );
  }
}

function Failed() {
  return (
    <p className="field-error" role="alert">
      {useWords("card")("rationale_failed")}
    </p>
  );
}
