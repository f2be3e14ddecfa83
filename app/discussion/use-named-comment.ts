import { useEffect } from "react";

/** An address such as `#comment-…` opens the discussion, and the fold in it, and goes to that comment. */
export function useNamedComment(open: (isOpen: boolean) => void): void {
  useEffect(() => {
    const go = () => {
      const id = decodedHash();
      if (id === "discussion") open(true);
      const comment = id.startsWith("comment-") ? document.getElementById(id) : null;
      if (!comment) return;
      open(true);
      const fold = comment.closest<HTMLDetailsElement>(".resolved-threads");
      if (fold) fold.open = true;
      requestAnimationFrame(() => {
        comment.scrollIntoView({ block: "center" });
        comment.focus({ preventScroll: true });
      });
    };
    go();
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, [open]);
}

function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
