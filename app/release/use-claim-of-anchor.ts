import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** Leads from an address that names a claim behind its # to the page of the release on which it stands; the server does not see that part. */
export function useClaimOfAnchor(claims: readonly { reference: string }[], isPart: boolean): void {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const [, number = ""] = /^#C-\d+-(\d+)$/.exec(hash) ?? [];
  const isElsewhere = isPart && number !== "" && claims.every(({ reference }) => `#${reference}` !== hash);
  const address = `?claim=${number}${hash}`;
  useEffect(() => {
    if (isElsewhere && !address.startsWith(`${search}#`)) navigate(address, { replace: true });
  }, [isElsewhere, address, search, navigate]);
}
