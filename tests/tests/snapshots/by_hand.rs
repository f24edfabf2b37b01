//! A machine whose type has a name needs no function to be read: `Primed<Countdown>` is `Deserialize`, also as a field.

use coroutine_runtime::__private::serde::de::MapAccess;
use coroutine_runtime::__private::serde::{Deserialize, Deserializer, Serialize, Serializer};
use coroutine_runtime::__private::{Load, Locals, Slot, Snapshot, read};
use coroutine_runtime::{CoroutineState, Machine, Primed, Receive, Restore, Save, Step};

enum Countdown {
    Next { left: u32 },
    Done,
}

impl Machine for Countdown {
    type Output = &'static str;
    fn close(&mut self) -> Option<&'static str> {
        *self = Countdown::Done;
        None
    }
    fn finish(&mut self) {
        *self = Countdown::Done;
    }
    fn state(&self) -> Option<&'static str> {
        matches!(self, Countdown::Next { .. }).then_some("Next")
    }
    fn name(&self) -> &'static str {
        "countdown"
    }
}

impl Receive<()> for Countdown {
    type Reply = u32;
    fn prime(&mut self) -> Option<u32> {
        None
    }
    fn receive(&mut self, (): ()) -> Step<u32, &'static str> {
        match self {
            Countdown::Next { left: 0 } => Step::Complete { output: "lift-off" },
            Countdown::Next { left } => {
                *left -= 1;
                Step::Yielded(*left)
            }
            Countdown::Done => Step::Finished,
        }
    }
}

impl Save for Countdown {
    fn save<S: Serializer>(&self, snapshot: Snapshot<S>) -> Result<S::Ok, S::Error> {
        match self {
            Countdown::Next { left } => snapshot.at("Next").local("left", left).end(),
            Countdown::Done => snapshot.at("Done").end(),
        }
    }
}

impl<'de> Load<'de> for Countdown {
    const CONSUMER: &'static str = "countdown";
    const PLACES: &'static [&'static str] = &["Next"];
    fn load<A: MapAccess<'de>>(place: &str, locals: Locals<A>) -> Result<Self, A::Error> {
        if place == "Next" {
            let mut left = Slot::new("left");
            locals.fill(&mut [&mut left])?;
            Ok(Countdown::Next { left: left.take() })
        } else {
            locals.fill(&mut [])?;
            Ok(Countdown::Done)
        }
    }
}

impl<'de> Restore<'de> for Countdown {
    fn restore<D: Deserializer<'de>>(&mut self, snapshot: D) -> Result<(), D::Error> {
        *self = read(snapshot)?;
        Ok(())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(crate = "coroutine_runtime::__private::serde")]
struct Rocket {
    name: String,
    countdown: Primed<Countdown>,
}

#[test]
fn a_field() {
    let snapshot = r#"{"name":"V","countdown":{"Next":{"left":1}}}"#;
    let mut rocket: Rocket = serde_json::from_str(snapshot).unwrap();
    assert_eq!(serde_json::to_string(&rocket).unwrap(), snapshot);
    assert_eq!(rocket.countdown.send(()), CoroutineState::Yielded(0));
    assert_eq!(rocket.countdown.send(()), CoroutineState::Complete("lift-off"));
    let snapshot = serde_json::to_string(&rocket).unwrap();
    assert_eq!(snapshot, r#"{"name":"V","countdown":{"Done":{}}}"#);
    let bad = serde_json::from_str::<Primed<Countdown>>(r#"{"Next":{"right":1}}"#);
    assert_eq!(
        bad.unwrap_err().to_string(),
        "`countdown` at `Next`: there is no local `right`, only `left` at line 1 column 16"
    );
}
