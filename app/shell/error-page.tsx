import { isRouteErrorResponse, Link, useLocation } from "@remix-run/react";
import { usePage } from "#app/page-context.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

/** A refusal with its sentence, a page that is not there, or a fault of ours with the id it was logged under. */
export function ErrorPage({ error }: { error: unknown }) {
  if (!isRouteErrorResponse(error) || error.status >= 500) return <FaultPage error={error} />;
  const sentence = sentenceOf(error.data);
  if (error.status === 404) return <NotFoundPage sentence={sentence} />;
  return (
    <Page title="That was not possible" lede={sentence ?? "Nothing was changed. Go back and try it another way."}>
      <ButtonLink to="/cases">Go to the cases</ButtonLink>
    </Page>
  );
}

export function NotFoundPage({ sentence }: { sentence?: string | null }) {
  return (
    <Page title="Not here" lede={sentence ?? "There is nothing at this address, or it is not open to you."}>
      <div className="stack">
        <p className="quiet">Check the address, or ask whoever sent it to you.</p>
        <p className="actions">
          <ButtonLink to="/cases">Go to the cases</ButtonLink>
        </p>
      </div>
    </Page>
  );
}

function FaultPage({ error }: { error: unknown }) {
  const { faultId } = usePage();
  const { pathname, search } = useLocation();
  const sentence = isRouteErrorResponse(error) ? sentenceOf(error.data) : null;
  return (
    <Page
      title="Something went wrong here"
      lede={sentence ?? "This is a fault of the program, not of yours. What was shown as saved is safe."}
    >
      <div className="stack">
        <p>
          Load the page again. If it happens a second time, tell whoever runs this desk
          {faultId ? (
            <>
              {" "}
              and give them this number: <code>{faultId}</code>
            </>
          ) : (
            " what you did and when"
          )}
          .
        </p>
        <p className="actions">
          <Link className="button" data-kind="primary" to={pathname + search} reloadDocument>
            Load again
          </Link>
          <ButtonLink to="/cases">Go to the cases</ButtonLink>
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
