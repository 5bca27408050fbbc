import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { AccessGate } from "../access/index.ts";
import { mantineTheme, mantineVariables } from "../theme/index.ts";
import { readAhead } from "./readAhead.ts";
import { router } from "./router.tsx";

const queries = new QueryClient();
void readAhead(queries, location.search);
const colourScheme = localStorageColorSchemeManager({ key: "precept-colours" });

/** The studio: theme, server state and address around one screen. */
export function App() {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      colorSchemeManager={colourScheme}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queries}>
        <AccessGate>
          <RouterProvider router={router} />
        </AccessGate>
      </QueryClientProvider>
    </MantineProvider>
  );
}
