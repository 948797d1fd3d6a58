//! A browser that a test drives: chromedriver, which comes with the distribution's Chromium, spoken to
//! as the standard has it (W3C WebDriver).

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// So many tenths of a second a page may take on a busy machine until it is drawn.
const PATIENCE: usize = 600;

/// A browser with one window; it goes when it is dropped.
pub(crate) struct Browser {
    driver: Child,
    at: String,
}

/// The browser of this machine; `None`, and a word about it, where there is none.
///
/// With `MIZAN_BROWSER=needed` a test fails where there is none.
pub(crate) fn browser() -> Option<Browser> {
    let found = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(driver) = found else {
        assert!(
            std::env::var_os("MIZAN_BROWSER").is_none(),
            "no chromedriver is there, and MIZAN_BROWSER asks for it"
        );
        println!("skipped: no chromedriver is there, so that no page is drawn");
        return None;
    };
    Some(Browser::of(driver))
}

impl Browser {
    fn of(mut driver: Child) -> Browser {
        let told = BufReader::new(driver.stdout.take().unwrap()).lines();
        let mut told = told.map_while(Result::ok);
        let line = told.find(|line| line.contains("successfully")).unwrap();
        let port: String = line.chars().filter(char::is_ascii_digit).collect();
        let at = format!("http://127.0.0.1:{port}/session");
        let options = json!({
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"],
        });
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }}});
        let session = sent("POST", &at, &wanted);
        let at = format!("{at}/{}", session["sessionId"].as_str().unwrap());
        Browser { driver, at }
    }

    /// Opens a file, with what stands behind `#` in the address.
    pub(crate) fn open(&self, file: &Path, behind: &str) {
        let url = format!("file://{}{behind}", file.canonicalize().unwrap().display());
        // The same file with another end of the address is not read anew otherwise.
        self.post("url", &json!({"url": "about:blank"}));
        self.post("url", &json!({"url": url}));
        let is_drawn = "return document.documentElement.dataset.ready !== undefined";
        for _ in 0..PATIENCE {
            if self.run(is_drawn) == true {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{url} is not drawn: {:?}", self.complaints());
    }

    /// What a script gives back.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.post("execute/sync", &json!({"script": script, "args": []}))
    }

    /// What a script counts.
    pub(crate) fn count(&self, script: &str) -> u64 {
        let found = self.run(script);
        found
            .as_u64()
            .unwrap_or_else(|| panic!("{script}: {found}"))
    }

    /// Clicks on the first element of a selector, as a person does.
    pub(crate) fn click(&self, selector: &str) {
        let wanted = json!({"using": "css selector", "value": selector});
        let found = self.post("element", &wanted);
        let id = found.as_object().unwrap().values().next().unwrap().clone();
        self.post(
            &format!("element/{}/click", id.as_str().unwrap()),
            &json!({}),
        );
    }

    /// Presses keys, as a person does.
    pub(crate) fn press(&self, keys: &str) {
        let steps = keys.chars().flat_map(|key| {
            ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()}))
        });
        let steps: Vec<Value> = steps.collect();
        let hands = json!({"actions": [{"type": "key", "id": "keys", "actions": steps}]});
        self.post("actions", &hands);
    }

    /// A command of Chromium's own tools.
    pub(crate) fn tool(&self, command: &str, with: Value) -> Value {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": with}))
    }

    /// A window so wide, as a telephone has it.
    pub(crate) fn width(&self, width: u32) {
        let screen =
            json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false});
        self.tool("Emulation.setDeviceMetricsOverride", screen);
    }

    /// What the browser complained of since it was asked last.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let log = self.post("se/log", &json!({"type": "browser"}));
        let lines = log.as_array().unwrap().iter();
        lines.map(|line| line["message"].to_string()).collect()
    }

    /// Whatever was asked of a disk or a network since it was asked last.
    pub(crate) fn requests(&self) -> Vec<String> {
        let log = self.post("se/log", &json!({"type": "performance"}));
        let lines = log.as_array().unwrap().iter();
        let told = lines.filter_map(|line| {
            let told: Value = serde_json::from_str(line["message"].as_str()?).ok()?;
            let told = &told["message"];
            let is_request = told["method"] == "Network.requestWillBeSent";
            is_request.then(|| told["params"]["request"]["url"].to_string())
        });
        told.collect()
    }

    fn post(&self, what: &str, body: &Value) -> Value {
        sent("POST", &format!("{}/{what}", self.at), body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser ends with its session; what fails here fails nothing.
        let _ = minreq::delete(&self.at).send();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn sent(method: &str, url: &str, body: &Value) -> Value {
    let request = minreq::Request::new(minreq::Method::Custom(method.to_owned()), url);
    let answer = request
        .with_header("Content-Type", "application/json")
        .with_body(body.to_string())
        .with_timeout(240)
        .send()
        .unwrap();
    let told: Value = serde_json::from_str(answer.as_str().unwrap()).unwrap();
    assert!(
        answer.status_code == 200,
        "{url}: {}",
        told["value"]["message"]
    );
    told["value"].clone()
}
