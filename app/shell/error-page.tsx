import { isRouteErrorResponse, Link, useLocation } from "@remix-run/react";
import { usePage } from "#app/page-context.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

/** A refusal with its sentence, a page that is not there, or a fault of ours with the id it was logged under. */
export function ErrorPage({ error }: { error: unknown }) {
  const say = useWords("shell");
  if (!isRouteErrorResponse(error) || error.status >= 500) return <FaultPage error={error} />;
  const sentence = sentenceOf(error.data);
  if (error.status === 404) return <NotFoundPage sentence={sentence} />;
  return (
    <Page title={say("refused_title")} lede={sentence ?? say("refused_lede")}>
      <ButtonLink to="/cases">{say("go_to_cases")}</ButtonLink>
    </Page>
  );
}

export function NotFoundPage({ sentence }: { sentence?: string | null }) {
  const say = useWords("shell");
  return (
    <Page title={say("missing_title")} lede={sentence ?? say("missing_lede")}>
      <div className="stack">
        <p className="quiet">{say("missing_advice")}</p>
        <p className="actions">
          <ButtonLink to="/cases">{say("go_to_cases")}</ButtonLink>
        </p>
      </div>
    </Page>
  );
}

function FaultPage({ error }: { error: unknown }) {
  const say = useWords("shell");
  const { faultId } = usePage();
  const { pathname, search } = useLocation();
  const sentence = isRouteErrorResponse(error) ? sentenceOf(error.data) : null;
  return (
    <Page title={say("fault_title")} lede={sentence ?? say("fault_lede")}>
      <div className="stack">
        <p>
          {faultId ? (
            <Words room="shell" id="fault_advice_numbered" values={{ number: <code>{faultId}</code> }} />
          ) : (
            say("fault_advice")
          )}
        </p>
        <p className="actions">
          <Link className="button" data-kind="primary" to={pathname + search} reloadDocument>
            {say("load_again")}
          </Link>
          <ButtonLink to="/cases">{say("go_to_cases")}</ButtonLink>
        </p>
      </div>
    </Page>
  );
}

/** The sentence of a refusal, in whichever of its two forms it was thrown. */
function sentenceOf(given: unknown): string | null {
  if (typeof given === "string") return given || null;
  if (typeof given !== "object" || given === null) return null;
  const { refused, message } = given as { refused?: { message?: unknown }; message?: unknown };
  const sentence = refused?.message ?? message;
  return typeof sentence === "string" && sentence !== "" ? sentence : null;
}
