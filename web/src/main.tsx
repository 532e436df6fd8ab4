import { render } from "preact";
import { App } from "./app";
import { listen } from "./shortcuts";
import "./state/theme";
import "./style/tokens.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/run.css";
import "./style/talk.css";
import "./style/stage.css";
import "./style/pages.css";

listen();
const place = document.getElementById("app");
if (place) render(<App />, place);
