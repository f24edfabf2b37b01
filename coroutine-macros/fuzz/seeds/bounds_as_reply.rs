#[consumer(Option <&'_ & u8 >, reply = Option + recv ! () <& Serialize , Deserialize _ u8 >)]
fn constant () { fn f () { delegate ! () } const X : u8 = [recv ! () ; 2] .. f (recv ! () , recv ! ()) + recv ! () ; recv ! () }
