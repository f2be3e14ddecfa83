import { useEffect, useState } from "react";

const SECONDS = 10;

/** The claim that one has just made, as long as it can be taken back. */
export function useNew(): [string | null, (claimId: string) => void] {
  const [made, setMade] = useState<string | null>(null);
  useEffect(() => {
    if (made === null) return;
    const timer = setTimeout(() => setMade(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [made]);
  return [made, setMade];
}
